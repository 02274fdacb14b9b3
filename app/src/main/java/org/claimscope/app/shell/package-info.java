/// The window around a page: navigation rail, filters, status bar.
@NullMarked
package org.claimscope.app.shell;

import org.jspecify.annotations.NullMarked;
