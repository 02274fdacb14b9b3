/// Tests of the palette package.
@NullMarked
package org.claimscope.charts.palette;

import org.jspecify.annotations.NullMarked;
