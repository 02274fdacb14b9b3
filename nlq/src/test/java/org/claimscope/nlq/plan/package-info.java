/// Second periods and aging buckets.
@NullMarked
package org.claimscope.nlq.plan;

import org.jspecify.annotations.NullMarked;
