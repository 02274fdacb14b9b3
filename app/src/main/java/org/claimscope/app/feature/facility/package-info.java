/// Facilities and departments beside each other.
@NullMarked
package org.claimscope.app.feature.facility;

import org.jspecify.annotations.NullMarked;
