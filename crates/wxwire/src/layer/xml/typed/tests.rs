//! How types stand in XML.
