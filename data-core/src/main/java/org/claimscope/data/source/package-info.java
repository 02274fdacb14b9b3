/// Where bytes come from: one file for each way.
@NullMarked
package org.claimscope.data.source;

import org.jspecify.annotations.NullMarked;
