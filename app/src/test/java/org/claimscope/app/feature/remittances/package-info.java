@NullMarked
package org.claimscope.app.feature.remittances;

import org.jspecify.annotations.NullMarked;
