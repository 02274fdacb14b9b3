/// Tests of the sync.
@NullMarked
package org.claimscope.data.sync;

import org.jspecify.annotations.NullMarked;
