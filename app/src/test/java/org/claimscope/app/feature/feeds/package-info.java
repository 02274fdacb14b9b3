@NullMarked
package org.claimscope.app.feature.feeds;

import org.jspecify.annotations.NullMarked;
