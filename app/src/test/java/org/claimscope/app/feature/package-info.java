/// Pictures of every page, and what must hold on all of them.
@NullMarked
package org.claimscope.app.feature;

import org.jspecify.annotations.NullMarked;
