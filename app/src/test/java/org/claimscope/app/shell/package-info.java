/// Tests of the window around the pages.
@NullMarked
package org.claimscope.app.shell;

import org.jspecify.annotations.NullMarked;
