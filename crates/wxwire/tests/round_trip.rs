//! What is exported can be imported: the same operation, the same values to the byte.

use wxwire::catalog;
use wxwire::export;
use wxwire::import;
use wxwire::secret::Credentials;

#[test]
fn every_example_in_every_form() {
    let mut failed = Vec::new();
    for entry in catalog::entries() {
        let base = entry.gateway.base_url.unwrap_or("http://gateway.example:8080/api");
        for example in entry.examples() {
            for form in export::FORMATS {
                let text = form.hidden(entry, &example.values, &Credentials::new(), base);
                let outcome = match import::import(text.as_bytes(), None) {
                    Err(problem) => format!("{problem:?}"),
                    Ok(found) if found.operation.map(|entry| entry.id) != Some(entry.id) => "another operation".into(),
                    Ok(found) if !found.problems.is_empty() => format!("{:?}", found.problems),
                    Ok(found) if found.values.as_deref() != Some(&example.values) => format!("{:?}", found.values),
                    Ok(found) if !found.given.is_empty() => format!("credentials {:?}", found.given),
                    Ok(_) => continue,
                };
                failed.push(format!("{} {} {}: {outcome}", entry.id, example.name, form.name));
            }
        }
    }
    assert!(failed.is_empty(), "{} failed:\n{}", failed.len(), failed.join("\n"));
}
