/// Feeds: how fresh, what came, what was turned away and what became of it.
@NullMarked
package org.claimscope.app.feature.feeds;

import org.jspecify.annotations.NullMarked;
