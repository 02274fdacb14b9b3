/// Tests of the axis package.
@NullMarked
package org.claimscope.charts.axis;

import org.jspecify.annotations.NullMarked;
