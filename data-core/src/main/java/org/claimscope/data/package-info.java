/// Everything true about the data; no JavaFX.
@NullMarked
package org.claimscope.data;

import org.jspecify.annotations.NullMarked;
