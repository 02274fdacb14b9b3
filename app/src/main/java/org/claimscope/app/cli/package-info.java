/// The command line: the same product without a window; one file for each command.
@NullMarked
package org.claimscope.app.cli;

import org.jspecify.annotations.NullMarked;
