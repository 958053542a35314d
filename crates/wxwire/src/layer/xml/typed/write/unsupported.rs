//! What is neither text nor built of it: a reader could not tell it from text again.

use super::Fault;

pub(super) fn fault() -> Fault {
    Fault::new("neither text nor elements")
}

/// The methods of a serializer for what it does not take.
macro_rules! methods {
    ($($name:ident: $type:ty,)+) => {
        $(fn $name(self, _: $type) -> Result<Self::Ok, Fault> {
            Err(unsupported::fault())
        })+
    };
    () => {
        unsupported::methods! {
            serialize_bool: bool, serialize_char: char, serialize_bytes: &[u8],
            serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
            serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
            serialize_f32: f32, serialize_f64: f64, serialize_unit_struct: &'static str,
        }

        fn serialize_unit(self) -> Result<Self::Ok, Fault> {
            self.serialize_none()
        }

        fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<Self::Ok, Fault> {
            Err(unsupported::fault())
        }

        fn serialize_newtype_variant<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: &T,
        ) -> Result<Self::Ok, Fault> {
            Err(unsupported::fault())
        }

        fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Fault> {
            Err(unsupported::fault())
        }

        fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Fault> {
            Err(unsupported::fault())
        }

        fn serialize_tuple_variant(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeTupleVariant, Fault> {
            Err(unsupported::fault())
        }

        fn serialize_struct_variant(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeStructVariant, Fault> {
            Err(unsupported::fault())
        }
    };
}

pub(super) use methods;
