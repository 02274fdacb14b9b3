/// Providers beside their peers: payments, denials, days to pay.
@NullMarked
package org.claimscope.app.feature.provider;

import org.jspecify.annotations.NullMarked;
