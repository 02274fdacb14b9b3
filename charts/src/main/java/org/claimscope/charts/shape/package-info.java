/// The immutable inputs of the charts.
@NullMarked
package org.claimscope.charts.shape;

import org.jspecify.annotations.NullMarked;
