/// The morning page: what came in, what it became, what changed.
@NullMarked
package org.claimscope.app.feature.overview;

import org.jspecify.annotations.NullMarked;
