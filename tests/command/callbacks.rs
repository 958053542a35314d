//! `wxwire mock --callback` and `wxwire listen`, each the other's other side: real binaries, real sockets.

mod mixed;
mod process;
mod served;
mod settled;
mod stream;
