/// MetricQuery → checked → jOOQ → Frame (Arrow); row policy and masking are applied here.
@NullMarked
package org.claimscope.data.query;

import org.jspecify.annotations.NullMarked;
