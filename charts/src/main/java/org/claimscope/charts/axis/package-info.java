/// Round axis steps and the words beside them.
@NullMarked
package org.claimscope.charts.axis;

import org.jspecify.annotations.NullMarked;
