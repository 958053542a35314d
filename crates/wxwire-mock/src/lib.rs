//! The five gateways, imitated.
