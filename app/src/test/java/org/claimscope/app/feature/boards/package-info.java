@NullMarked
package org.claimscope.app.feature.boards;

import org.jspecify.annotations.NullMarked;
