@NullMarked
package org.claimscope.app.feature.readings;

import org.jspecify.annotations.NullMarked;
