/// The vocabulary: measures, dimensions, KPIs, synonyms, units, sensitivity.
@NullMarked
package org.claimscope.data.catalog;

import org.jspecify.annotations.NullMarked;
