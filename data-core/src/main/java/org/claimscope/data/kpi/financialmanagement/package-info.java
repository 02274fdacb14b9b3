/// KPIs about money earned, collected and owed: one file each.
@NullMarked
package org.claimscope.data.kpi.financialmanagement;

import org.jspecify.annotations.NullMarked;
