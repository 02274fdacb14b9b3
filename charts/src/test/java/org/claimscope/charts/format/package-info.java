/// Tests of the format package.
@NullMarked
package org.claimscope.charts.format;

import org.jspecify.annotations.NullMarked;
