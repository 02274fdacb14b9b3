/// Charts for figures of any kind: shapes go in, drawings come out; nothing here knows claims.
@NullMarked
package org.claimscope.charts;

import org.jspecify.annotations.NullMarked;
