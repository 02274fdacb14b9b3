/// Importing files: what is in them, how their columns map, what would happen, then the sync.
@NullMarked
package org.claimscope.app.feature.imports;

import org.jspecify.annotations.NullMarked;
