/// FHIR R4 resources (NDJSON, Bundle, single) to patches of records; streaming, a resource at a
/// time.
@NullMarked
package org.claimscope.data.format.fhir;

import org.jspecify.annotations.NullMarked;
