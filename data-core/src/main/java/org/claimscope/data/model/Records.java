package org.claimscope.data.model;

/// Takes the records of a delivery, of whatever entities it holds, in the order they come.
public interface Records {
    /// Where the next row of an entity goes. One row is under construction per entity at a time;
    /// rows of different entities may interleave.
    RowWriter of(Entity entity);
}
