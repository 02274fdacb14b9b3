/// The KPIs, one file each, and the list of them.
@NullMarked
package org.claimscope.data.kpi;

import org.jspecify.annotations.NullMarked;
