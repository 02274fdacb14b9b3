/// Boards: dashboards put together from measures, shipped ones and people's own.
@NullMarked
package org.claimscope.app.feature.boards;

import org.jspecify.annotations.NullMarked;
