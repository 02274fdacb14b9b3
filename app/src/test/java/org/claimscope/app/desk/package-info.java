/// The window as a whole: every page, driven as a reader would.
@NullMarked
package org.claimscope.app.desk;

import org.jspecify.annotations.NullMarked;
