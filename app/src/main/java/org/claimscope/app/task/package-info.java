/// Background work: progress, cancel, latest wins; the only hop to the JavaFX thread.
@NullMarked
package org.claimscope.app.task;

import org.jspecify.annotations.NullMarked;
