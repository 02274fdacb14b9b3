/// Tests of the export package.
@NullMarked
package org.claimscope.charts.export;

import org.jspecify.annotations.NullMarked;
