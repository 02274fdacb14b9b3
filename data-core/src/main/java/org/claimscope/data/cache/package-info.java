/// Journal, segments, engine: where the data rest encrypted and where queries run; the only package
/// that opens a connection.
@NullMarked
package org.claimscope.data.cache;

import org.jspecify.annotations.NullMarked;
