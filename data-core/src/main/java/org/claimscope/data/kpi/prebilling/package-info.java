/// KPIs about what happens between care and the first submission: one file each.
@NullMarked
package org.claimscope.data.kpi.prebilling;

import org.jspecify.annotations.NullMarked;
