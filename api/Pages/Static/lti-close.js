// The platform that opened this page is told that it is done (LTI Dynamic Registration, section 3.5). There is nothing secret in that, so anybody may hear it.
(window.opener ?? window.parent).postMessage({ subject: "org.imsglobal.lti.close" }, "*");
