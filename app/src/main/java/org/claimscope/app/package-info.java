/// What the analyst sees and does, and the command line.
@NullMarked
package org.claimscope.app;

import org.jspecify.annotations.NullMarked;
