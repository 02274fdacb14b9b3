/// KPIs about what payers say to claims: one file each.
@NullMarked
package org.claimscope.data.kpi.claims;

import org.jspecify.annotations.NullMarked;
