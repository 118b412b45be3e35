//! A web server for tests, on loopback: it says what a test tells it to and remembers who asked.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// At the end of an answer: the server stays on the line and says no more.
pub(crate) const STAY: &[u8] = b"<stay>";

/// All bytes of the answer to a request.
type Answer = dyn Fn(&Request) -> Vec<u8> + Send + Sync;

/// A request: its path and the headers that the tests look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) path: String,
    /// In the order of their names, each `name: value` in small letters.
    pub(crate) headers: Vec<String>,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A server that answers until it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// A server that says the same to everybody.
    pub(crate) fn saying(answer: impl Into<Vec<u8>>) -> Self {
        let answer = answer.into();
        Self::new(move |_| answer.clone())
    }

    pub(crate) fn new(answer: impl Fn(&Request) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&requests);
        let thread = thread::spawn(move || serve(&listener, &answer, &noted));
        Self { address, requests, thread: Some(thread) }
    }

    /// The address of a path on it.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Everything that was asked for.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A connection without a request is the end.
        drop(TcpStream::connect(self.address));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn serve(listener: &TcpListener, answer: &Answer, requests: &Mutex<Vec<Request>>) {
    for stream in listener.incoming() {
        let mut stream = stream.unwrap();
        let Some(request) = request(&stream) else { return };
        requests.lock().unwrap().push(request.clone());
        let answer = answer(&request);
        // Whoever does not want to hear all of it hangs up.
        let _ = stream.write_all(answer.strip_suffix(STAY).unwrap_or(&answer));
        if answer.ends_with(STAY) {
            // Says no more and stays, until the other side has had enough.
            let _ = std::io::copy(&mut stream, &mut std::io::sink());
        }
    }
}

fn request(stream: &TcpStream) -> Option<Request> {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let path = lines.next()?.split(' ').nth(1)?.to_owned();
    let mut headers: Vec<_> = lines.take_while(|line| !line.is_empty()).map(|line| lower(&line)).collect();
    headers.sort();
    Some(Request { path, headers })
}

/// A header with its name in small letters.
fn lower(line: &str) -> String {
    let (name, value) = line.split_once(':').unwrap_or((line, ""));
    format!("{}: {}", name.to_lowercase(), value.trim())
}

/// A whole answer with a body.
pub(crate) fn answer(status: &str, headers: &[&str], body: &[u8]) -> Vec<u8> {
    let length = format!("Content-Length: {}", body.len());
    let headers: String =
        headers.iter().chain([&&*length]).fold(String::new(), |all, header| all + header + "\r\n");
    [format!("HTTP/1.1 {status}\r\n{headers}Connection: close\r\n\r\n").as_bytes(), body].concat()
}

/// A redirect.
pub(crate) fn redirect(target: &str) -> Vec<u8> {
    answer("302 Found", &[&format!("Location: {target}")], b"")
}
