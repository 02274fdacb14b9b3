/// Tests of the charts package.
@NullMarked
package org.claimscope.charts;

import org.jspecify.annotations.NullMarked;
