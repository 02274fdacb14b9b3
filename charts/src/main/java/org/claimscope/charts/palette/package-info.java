/// Colours and type of the three themes, read from the same table as the style sheets.
@NullMarked
package org.claimscope.charts.palette;

import org.jspecify.annotations.NullMarked;
