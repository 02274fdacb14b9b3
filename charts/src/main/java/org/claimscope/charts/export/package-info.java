/// Drawings to PNG, with or without a window.
@NullMarked
package org.claimscope.charts.export;

import org.jspecify.annotations.NullMarked;
