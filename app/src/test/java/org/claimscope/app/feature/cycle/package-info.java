@NullMarked
package org.claimscope.app.feature.cycle;

import org.jspecify.annotations.NullMarked;
