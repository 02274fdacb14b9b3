/// KPIs about how fast accounts are settled: one file each.
@NullMarked
package org.claimscope.data.kpi.accountresolution;

import org.jspecify.annotations.NullMarked;
