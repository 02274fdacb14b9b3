@NullMarked
package org.claimscope.app.feature.provider;

import org.jspecify.annotations.NullMarked;
