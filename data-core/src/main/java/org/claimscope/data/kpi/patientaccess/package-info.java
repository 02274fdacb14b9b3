/// KPIs about who was seen: one file each.
@NullMarked
package org.claimscope.data.kpi.patientaccess;

import org.jspecify.annotations.NullMarked;
