/// Tests of the audit chain.
@NullMarked
package org.claimscope.data.audit;

import org.jspecify.annotations.NullMarked;
