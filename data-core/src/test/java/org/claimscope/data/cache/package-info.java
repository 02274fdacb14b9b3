/// Tests of the cache.
@NullMarked
package org.claimscope.data.cache;

import org.jspecify.annotations.NullMarked;
