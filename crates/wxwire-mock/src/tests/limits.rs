//! Bodies at and beyond what is read at all.

use wxwire::catalog;
use wxwire::layer::MAX_BYTES;

use super::client::Running;

#[test]
fn a_body_of_the_greatest_size_is_read() {
    let mut mock = Running::start(1, &[]);
    let entry = catalog::entries().next().expect("an operation");
    let mut request = mock.request(entry, &entry.examples()[0]);
    let white = MAX_BYTES - request.body().len();
    request.body_mut().extend(std::iter::repeat_n(b' ', white));
    assert_eq!(mock.send(&request).status(), 200);
    request.body_mut().push(b' ');
    assert_eq!(mock.send(&request).status(), 413);
    let numbers: Vec<_> = std::iter::from_fn(|| mock.arrivals.try_recv().ok()).map(|one| one.number).collect();
    assert_eq!(numbers, [1]);
}
