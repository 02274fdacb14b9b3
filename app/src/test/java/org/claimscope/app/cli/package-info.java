/// Tests of the command line.
@NullMarked
package org.claimscope.app.cli;

import org.jspecify.annotations.NullMarked;
