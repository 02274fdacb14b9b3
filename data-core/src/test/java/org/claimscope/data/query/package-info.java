/// Tests of the query compiler.
@NullMarked
package org.claimscope.data.query;

import org.jspecify.annotations.NullMarked;
